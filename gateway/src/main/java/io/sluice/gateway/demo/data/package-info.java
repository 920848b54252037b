/** Made-up people with names of many scripts, and the bodies of requests as identity providers send them. */
@NullMarked
package io.sluice.gateway.demo.data;

import org.jspecify.annotations.NullMarked;
