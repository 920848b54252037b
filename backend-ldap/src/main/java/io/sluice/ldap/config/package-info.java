/** Configuration of the LDAP backend: settings and mapping files, with the place of every mistake. */
@NullMarked
package io.sluice.ldap.config;

import org.jspecify.annotations.NullMarked;
