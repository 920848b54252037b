/** What happens to requests while nodes and databases are killed, hung and stopped; and what a cluster costs. */
@NullMarked
package io.sluice.load.cluster;

import org.jspecify.annotations.NullMarked;
