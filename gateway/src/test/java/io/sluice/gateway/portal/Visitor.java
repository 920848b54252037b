package io.sluice.gateway.portal;

import io.sluice.core.control.Actor;
import io.sluice.core.control.AdministratorRole;
import io.sluice.gateway.kit.Gateway;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A browser as far as forms and cookies go; follows no redirects. */
final class Visitor {

    static final String PASSWORD = "correct horse battery staple";

    private static final Pattern FORM_TOKEN = Pattern.compile("name=\"form\" value=\"([^\"]+)\"");
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Gateway gateway;
    private final Map<String, String> cookies = new HashMap<>();
    private String formToken = "";

    Visitor(Gateway gateway) {
        this.gateway = gateway;
    }

    /** Makes an administrator of that name and logs in. */
    static Visitor loggedIn(Gateway gateway, String name, AdministratorRole role) {
        administrator(gateway, name, role);
        Visitor visitor = new Visitor(gateway);
        visitor.logIn(name, PASSWORD);
        return visitor;
    }

    static void administrator(Gateway gateway, String name, AdministratorRole role) {
        Gateway.await(gateway.node()
                .access()
                .administrators()
                .create(name, role, Optional.of(PASSWORD), new Actor("tester", "admin", "127.0.0.1")));
    }

    HttpResponse<String> logIn(String name, String password) {
        return post("/portal/login", Map.of("name", name, "password", password));
    }

    HttpResponse<String> get(String path, String... headers) {
        HttpResponse<String> answer = send(request(path, headers).GET());
        Matcher matcher = FORM_TOKEN.matcher(answer.body());
        if (matcher.find()) {
            formToken = matcher.group(1);
        }
        return answer;
    }

    /** As a form of the page that was fetched last. */
    HttpResponse<String> post(String path, Map<String, String> fields) {
        return post(path, fields, "Sec-Fetch-Site", "same-origin");
    }

    HttpResponse<String> post(String path, Map<String, String> fields, String... headers) {
        Map<String, String> all = new HashMap<>(Map.of("form", formToken));
        all.putAll(fields);
        List<String> pairs = new ArrayList<>();
        all.forEach((name, value) -> pairs.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8)));
        return send(request(path, headers)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(String.join("&", pairs))));
    }

    Optional<String> cookie(String name) {
        return Optional.ofNullable(cookies.get(name));
    }

    void setCookie(String name, String value) {
        cookies.put(name, value);
    }

    private HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(gateway.url() + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        if (!cookies.isEmpty()) {
            List<String> pairs = new ArrayList<>();
            cookies.forEach((name, value) -> pairs.add(name + "=" + value));
            request.header("Cookie", String.join("; ", pairs));
        }
        return request;
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            answer.headers().allValues("set-cookie").forEach(this::keep);
            return answer;
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void keep(String header) {
        String pair = header.substring(0, header.indexOf(';'));
        String name = pair.substring(0, pair.indexOf('='));
        if (header.contains("Max-Age=0")) {
            cookies.remove(name);
        } else {
            cookies.put(name, pair.substring(pair.indexOf('=') + 1));
        }
    }
}
