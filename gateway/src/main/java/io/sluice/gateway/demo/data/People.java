package io.sluice.gateway.demo.data;

import java.util.List;

/** Makes people with names of many scripts; the same index gives the same person in every run. */
public final class People {

    private final List<String[]> given = TabbedFile.read("names.tsv");
    private final List<String[]> families = TabbedFile.read("families.tsv");

    public Person person(int index) {
        // Two different primes spread neighbours over both lists.
        String[] first = given.get(Math.floorMod(index * 7919, given.size()));
        String[] last = families.get(Math.floorMod(index * 104_729 + index / given.size(), families.size()));
        return new Person(index, first[0], last[0], first[1] + "." + last[1], first[2]);
    }
}
