package io.sluice.launcher;

import java.lang.reflect.InvocationTargetException;

/**
 * Starts the command line of the gateway, or says in one line which Java is needed and exits with 2.
 *
 * <p>Compiled for Java 8 and free of references to the gateway, whose classes an old Java cannot load.
 */
public final class Launcher {

    private static final String MAIN = "io.sluice.gateway.cli.Main";
    private static final int WRONG_USAGE = 2;

    private Launcher() {}

    /** Passes the arguments on as they are. */
    public static void main(String[] args) throws Throwable {
        JavaVersion version = JavaVersion.parse(System.getProperty("java.specification.version", ""));
        if (!version.isSufficient()) {
            System.err.println(refusal(version, System.getProperty("java.home", "unknown")));
            System.exit(WRONG_USAGE);
        }
        try {
            Class.forName(MAIN).getMethod("main", String[].class).invoke(null, (Object) args);
        } catch (InvocationTargetException e) {
            Throwable cause = e.getCause();
            throw cause == null ? e : cause;
        }
    }

    static String refusal(JavaVersion version, String home) {
        return "sluice: Java " + JavaVersion.REQUIRED + " or newer is needed, but this is Java " + version.feature()
                + " (" + home + "). Use a newer one, for example with JAVA_HOME=... ./sluice";
    }
}
