/** The demo: replays the requests of an Entra ID provisioning cycle against a running gateway and measures the answers. */
@NullMarked
package io.sluice.gateway.demo;

import org.jspecify.annotations.NullMarked;
