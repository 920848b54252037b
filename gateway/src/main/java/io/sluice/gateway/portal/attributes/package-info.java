/** Core, enterprise and custom attributes, and which of them an IdP may update. */
@NullMarked
package io.sluice.gateway.portal.attributes;

import org.jspecify.annotations.NullMarked;
