package io.sluice.gateway.portal.asset;

import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;

/**
 * The scripts, styles and pictures of the portal, read once. Their addresses carry a digest of their content, so that browsers
 * may keep them for ever.
 */
public final class Assets {

    private static final String[] OWN = {
        "sluice.css",
        "sluice.svg",
        "copy.js",
        "times.js",
        "dialogs.js",
        "menus.js",
        "tables.js",
        "filters.js",
        "live.js",
        "charts.js"
    };

    private final Map<String, Asset> files;
    private final String version;

    private Assets(Map<String, Asset> files, String version) {
        this.files = Map.copyOf(files);
        this.version = version;
    }

    public static Assets load() {
        Map<String, Asset> files = new TreeMap<>();
        files.put("pico.min.css", read("pico.min.css", new WebJar("picocss__pico").path("css/pico.min.css")));
        files.put("htmx.min.js", read("htmx.min.js", new WebJar("htmx.org").path("dist/htmx.min.js")));
        files.put("chart.umd.js", read("chart.umd.js", new WebJar("chart.js").path("dist/chart.umd.js")));
        for (String name : OWN) {
            files.put(name, read(name, "/io/sluice/gateway/portal/asset/" + name));
        }
        return new Assets(files, digest(files));
    }

    /** The address of a file of that name. */
    public String address(String name) {
        if (!files.containsKey(name)) {
            throw new IllegalArgumentException("No asset " + name);
        }
        return "/portal/assets/" + version + "/" + name;
    }

    /** The file at that address; one of another version is not ours to give. */
    public Optional<Asset> find(String requestedVersion, String name) {
        return requestedVersion.equals(version) ? Optional.ofNullable(files.get(name)) : Optional.empty();
    }

    private static Asset read(String name, String path) {
        try (InputStream stream = WebJar.open(path)) {
            byte[] bytes = stream.readAllBytes();
            return new Asset(type(name), Buffer.buffer(bytes), Buffer.buffer(zip(bytes)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] zip(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
            zip.write(bytes);
        }
        return out.toByteArray();
    }

    private static String type(String name) {
        return switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "css" -> "text/css; charset=utf-8";
            case "js" -> "text/javascript; charset=utf-8";
            case "svg" -> "image/svg+xml";
            default -> throw new IllegalArgumentException("No content type for " + name);
        };
    }

    private static String digest(Map<String, Asset> files) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            files.values().forEach(file -> digest.update(file.plain().getBytes()));
            return HexFormat.of().formatHex(digest.digest(), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
