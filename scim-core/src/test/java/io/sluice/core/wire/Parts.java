package io.sluice.core.wire;

import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The types of all records that values are made of, found by walking over them. */
final class Parts {

    private final Set<Class<?>> seen = new HashSet<>();

    static Set<Class<?>> of(Collection<?> values) {
        Parts parts = new Parts();
        values.forEach(parts::walk);
        return parts.seen;
    }

    /** All records that a sealed type allows. */
    static List<Class<?>> allowed(Class<?> sealed) {
        return Stream.of(sealed.getPermittedSubclasses())
                .flatMap(type -> type.isSealed() ? allowed(type).stream() : Stream.of(type))
                .toList();
    }

    private void walk(Object value) {
        switch (value) {
            case Collection<?> all -> all.forEach(this::walk);
            case Optional<?> optional -> optional.ifPresent(this::walk);
            case Record known -> {
                seen.add(known.getClass());
                for (RecordComponent component : known.getClass().getRecordComponents()) {
                    walk(read(component, known));
                }
            }
            default -> {}
        }
    }

    private static Object read(RecordComponent component, Record owner) {
        try {
            return component.getAccessor().invoke(owner);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }
}
