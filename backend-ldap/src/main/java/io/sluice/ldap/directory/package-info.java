/** The directory as a service: connections, limits, failures and what the server can do. */
@NullMarked
package io.sluice.ldap.directory;

import org.jspecify.annotations.NullMarked;
