/** What the backend and the control store share: connections, migrations, how failures of the database become errors. */
@NullMarked
package io.sluice.postgres.sql;

import org.jspecify.annotations.NullMarked;
