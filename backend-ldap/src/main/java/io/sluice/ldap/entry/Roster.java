package io.sluice.ldap.entry;

import java.util.Map;
import java.util.NavigableMap;

/**
 * Who is in a group.
 *
 * @param dns the DNs of the members by their normal form
 * @param displays what was sent as display, by id
 */
public record Roster(NavigableMap<String, String> dns, Map<String, String> displays) {}
