/** Tests of the launcher and of the arrows between modules. */
package io.sluice.launcher;
