package io.sluice.ldap.mapping;

/** The attributes of our auxiliary schema. */
public final class Names {

    public static final String RESOURCE = "scimResource";
    public static final String VERSION = "scimVersion";
    public static final String CREATED = "scimCreated";
    public static final String LAST_MODIFIED = "scimLastModified";
    public static final String OPERATION = "scimOperation";
    public static final String INEXACT = "scimInexact";
    public static final String DISTINGUISHER = "scimId";
    public static final String RESOURCE_TYPE = "scimResourceType";
    public static final String MEMBER_DISPLAY = "scimMemberDisplay";
    public static final String OBJECT_CLASS = "scimObject";

    private Names() {}
}
