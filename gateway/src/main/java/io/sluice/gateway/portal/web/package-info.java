/** Requests and answers of the portal, its routes, and the checks that every request passes. */
@NullMarked
package io.sluice.gateway.portal.web;

import org.jspecify.annotations.NullMarked;
