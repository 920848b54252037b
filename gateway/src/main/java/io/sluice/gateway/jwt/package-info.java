/** JSON web tokens of others: taken apart strictly, checked against keys that are fetched with care. */
@NullMarked
package io.sluice.gateway.jwt;

import org.jspecify.annotations.NullMarked;
