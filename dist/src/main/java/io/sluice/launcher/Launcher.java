package io.sluice.launcher;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Starts the command line of the gateway, or says in one line which Java is needed and exits with 2.
 *
 * <p>Compiled for Java 8 and free of references to the gateway, whose classes an old Java cannot load.
 */
public final class Launcher {

    private static final String MAIN = "io.sluice.gateway.cli.Main";
    private static final String CLUSTER = "--cluster";
    private static final int WRONG_USAGE = 2;

    private Launcher() {}

    /** Passes the arguments on as they are. */
    public static void main(String[] args) throws Throwable {
        JavaVersion version = JavaVersion.parse(System.getProperty("java.specification.version", ""));
        if (!version.isSufficient()) {
            System.err.println(refusal(version, System.getProperty("java.home", "unknown")));
            System.exit(WRONG_USAGE);
        }
        if (Arrays.asList(args).contains(CLUSTER)) {
            Thread.currentThread().setContextClassLoader(withCluster());
        }
        try {
            Class.forName(MAIN).getMethod("main", String[].class).invoke(null, (Object) args);
        } catch (InvocationTargetException e) {
            Throwable cause = e.getCause();
            throw cause == null ? e : cause;
        }
    }

    /** What joins nodes is large, and nodes alone shall not pay for it: it lies beside their class path. */
    private static ClassLoader withCluster() throws IOException, URISyntaxException {
        File jar = new File(Launcher.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        File[] parts = new File(new File(jar.getParentFile(), "lib"), "cluster").listFiles();
        List<URL> urls = new ArrayList<URL>();
        for (File part : parts == null ? new File[0] : parts) {
            urls.add(part.toURI().toURL());
        }
        return new URLClassLoader(urls.toArray(new URL[0]), Launcher.class.getClassLoader());
    }

    static String refusal(JavaVersion version, String home) {
        return "sluice: Java " + JavaVersion.REQUIRED + " or newer is needed, but this is Java " + version.feature()
                + " (" + home + "). Use a newer one, for example with JAVA_HOME=... ./sluice";
    }
}
