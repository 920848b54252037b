package io.sluice.gateway.demo.data;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.util.Map;

/** The body of a recorded request with {@code {{name}}} where a value goes. */
public record Shape(String template) {

    /** The recorded shape of that name. */
    public static Shape named(String name) {
        return new Shape(Resource.text("shapes/" + name + ".json"));
    }

    /** The body with its values, each escaped as the content of a JSON string. */
    public String with(Map<String, String> values) {
        StringBuilder body = new StringBuilder(template.length() + 256);
        int from = 0;
        for (int open = template.indexOf("{{"); open >= 0; open = template.indexOf("{{", from)) {
            int close = template.indexOf("}}", open);
            String name = template.substring(open + 2, close);
            String value = values.get(name);
            if (value == null) {
                throw new IllegalArgumentException("No value for {{" + name + "}}");
            }
            body.append(template, from, open)
                    .append(JsonStringEncoder.getInstance().quoteAsString(value));
            from = close + 2;
        }
        return body.append(template, from, template.length()).toString();
    }
}
