/** Directory servers for tests. */
@NullMarked
package io.sluice.ldap.server;

import org.jspecify.annotations.NullMarked;
