package io.sluice.gateway.config;

import java.time.Duration;
import java.util.Map;

/** Numbers with a unit. */
final class Quantities {

    private static final Map<String, Long> BYTES = Map.of("", 1L, "B", 1L, "KiB", 1L << 10, "MiB", 1L << 20);
    private static final Map<String, Long> MILLIS =
            Map.of("ms", 1L, "s", 1_000L, "m", 60_000L, "h", 3_600_000L, "d", 86_400_000L);

    private Quantities() {}

    static int bytes(String text, int least, int most) {
        long value = scale(text, BYTES, "must be a number of bytes such as 65536, 512KiB or 1MiB");
        if (value < least || value > most) {
            throw new IllegalArgumentException("must be from " + least + " to " + most + " bytes");
        }
        return (int) value;
    }

    static Duration duration(String text, Duration least, Duration most) {
        Duration value = Duration.ofMillis(scale(text, MILLIS, "must be a duration such as 500ms, 30s, 10m or 24h"));
        if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
            throw new IllegalArgumentException("must be from " + text(least) + " to " + text(most));
        }
        return value;
    }

    static String text(Duration duration) {
        long millis = duration.toMillis();
        for (String unit : new String[] {"d", "h", "m", "s"}) {
            long size = MILLIS.getOrDefault(unit, 1L);
            if (millis > 0 && millis % size == 0) {
                return millis / size + unit;
            }
        }
        return millis + "ms";
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static long scale(String text, Map<String, Long> units, String rule) {
        int end = 0;
        while (end < text.length() && isDigit(text.charAt(end))) {
            end++;
        }
        Long unit = units.get(text.substring(end).strip());
        // 12 digits times the largest unit still fit a long.
        if (end == 0 || end > 12 || unit == null) {
            throw new IllegalArgumentException(rule);
        }
        return Long.parseLong(text.substring(0, end)) * unit;
    }
}
