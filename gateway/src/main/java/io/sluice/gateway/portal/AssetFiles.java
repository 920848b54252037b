package io.sluice.gateway.portal;

import io.sluice.gateway.http.Answer;
import io.sluice.gateway.portal.asset.Asset;
import io.sluice.gateway.portal.asset.Assets;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Serves the files that pages refer to; what a version names never changes, so browsers keep it. */
final class AssetFiles {

    private static final int DEPTH = 3;

    private final Assets assets;

    AssetFiles(Assets assets) {
        this.assets = assets;
    }

    Optional<Answer> find(HttpServerRequest request, List<String> segments) {
        boolean asked = segments.size() == DEPTH && segments.getFirst().equals("assets");
        return asked
                ? assets.find(segments.get(1), segments.get(2)).map(asset -> answer(request, asset))
                : Optional.empty();
    }

    private static Answer answer(HttpServerRequest request, Asset asset) {
        String accepted =
                Optional.ofNullable(request.getHeader("Accept-Encoding")).orElse("");
        boolean zipped = accepted.toLowerCase(Locale.ROOT).contains("gzip");
        Answer plain = Answer.bytes(200, asset.type(), zipped ? asset.zipped() : asset.plain())
                .with("Cache-Control", "public, max-age=31536000, immutable")
                .with("Vary", "Accept-Encoding");
        return zipped ? plain.with("Content-Encoding", "gzip") : plain;
    }
}
