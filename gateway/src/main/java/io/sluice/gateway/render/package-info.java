/** Resources as the bytes of an answer. */
@NullMarked
package io.sluice.gateway.render;

import org.jspecify.annotations.NullMarked;
