package io.sluice.ldap.directory;

import com.unboundid.ldap.sdk.schema.Schema;
import io.sluice.ldap.config.Preset;

/**
 * What a server can do, as its root DSE and subschema say.
 *
 * @param preset the mapping that fits it; never AUTO
 * @param assertion RFC 4528
 * @param postRead RFC 4527
 * @param passwordModify RFC 3062
 * @param paging RFC 2696
 * @param subtreeDelete the control 1.2.840.113556.1.4.805
 * @param changeNumbers whether entries carry entryCSN
 */
public record Features(
        Preset preset,
        boolean assertion,
        boolean postRead,
        boolean passwordModify,
        boolean paging,
        boolean subtreeDelete,
        boolean changeNumbers,
        Schema schema) {}
