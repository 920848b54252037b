@NullMarked
package io.sluice.gateway.activity;

import org.jspecify.annotations.NullMarked;
