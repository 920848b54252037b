package io.sluice.core.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sluice.core.error.ErrorKind;
import io.sluice.core.error.ScimException;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * JSON as this service reads and writes it (RFC 8259, restricted as RFC 7493 does): UTF-8 only, no duplicate keys, nothing
 * after the document, numbers and texts that every store can keep. Integers are read exactly; numbers with a point or an
 * exponent become {@link java.math.BigDecimal}. The size of a body is bounded where it is received.
 *
 * <p>Every refusal is a {@link ScimException} with INVALID_SYNTAX, or INVALID_VALUE for a number or a text that is well written
 * but cannot be stored. Its text names the position and never repeats what was sent.
 */
public final class StrictJson {

    /** The deepest nesting of objects and arrays; a bulk request with a patch in it needs eight. */
    public static final int MAX_DEPTH = 32;

    /** The most characters of a number. */
    public static final int MAX_NUMBER_LENGTH = 64;

    /** The most characters of a key; clients put whole PATCH paths with URN and filter there. */
    public static final int MAX_NAME_LENGTH = 4_096;

    /**
     * The most tokens of a document, as brackets, keys and values are. The largest bulk request that makes sense has fewer; without
     * a limit one of empty objects would take fifty times its size in memory.
     */
    public static final int MAX_TOKENS = 1_000_000;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxNumberLength(MAX_NUMBER_LENGTH)
                    .maxNameLength(MAX_NAME_LENGTH)
                    .maxTokenCount(MAX_TOKENS)
                    .build())
            // Without detection everything is taken for UTF-8, so that UTF-16 and UTF-32 are refused.
            .disable(JsonFactory.Feature.CHARSET_DETECTION)
            // Keys come from outside: they must not fill the intern table of the virtual machine.
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
            .build();

    private static final ObjectMapper MAPPER = new ObjectMapper(FACTORY);

    private StrictJson() {}

    /**
     * Reads one document.
     *
     * @throws ScimException INVALID_SYNTAX or INVALID_VALUE
     */
    public static JsonNode parse(Buffer body) {
        return parse(body.getBytes());
    }

    /**
     * Reads one document whose texts are bounded one by one; keys are by {@link #MAX_NAME_LENGTH}.
     *
     * @param longestText the most characters of a text, in UTF-16 units
     * @throws ScimException INVALID_SYNTAX or INVALID_VALUE
     */
    public static JsonNode parse(Buffer body, int longestText) {
        return parse(body.getBytes(), longestText);
    }

    /**
     * Reads one document.
     *
     * @throws ScimException INVALID_SYNTAX or INVALID_VALUE
     */
    public static JsonNode parse(byte[] body) {
        return parse(body, Integer.MAX_VALUE);
    }

    private static JsonNode parse(byte[] body, int longestText) {
        int start = Encoding.skipMark(body);
        Utf8Scan scan = Encoding.check(body);
        try (JsonParser parser = FACTORY.createParser(body, start, body.length - start)) {
            return new TreeReader(parser, scan.escapes(), longestText).read();
        } catch (JsonProcessingException e) {
            throw refusal(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads one document that has to be an object, as every body of RFC 7644 is.
     *
     * @throws ScimException INVALID_SYNTAX or INVALID_VALUE
     */
    public static ObjectNode parseObject(Buffer body) {
        if (parse(body) instanceof ObjectNode object) {
            return object;
        }
        throw ScimException.of(ErrorKind.INVALID_SYNTAX, "The body has to be a JSON object: it begins with {.");
    }

    /** Writes a document without white space, in UTF-8. */
    public static Buffer write(JsonNode document) {
        BufferOutput output = new BufferOutput();
        try {
            MAPPER.writeValue(output, document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return output.buffer();
    }

    private static ScimException refusal(JsonProcessingException e) {
        String where = e.getLocation() == null ? "" : Position.of(e.getLocation());
        return ScimException.of(
                ErrorKind.INVALID_SYNTAX,
                switch (e) {
                    case JsonEOFException early -> "The body ends before its JSON document does" + where + ".";
                    case StreamConstraintsException limit ->
                        "The body passes a limit" + where + ": nesting goes " + MAX_DEPTH
                                + " levels deep, a number has " + MAX_NUMBER_LENGTH + " characters, a key "
                                + MAX_NAME_LENGTH + " and the whole " + MAX_TOKENS + " tokens at most.";
                    default -> "The body is not valid JSON" + where + ".";
                });
    }
}
