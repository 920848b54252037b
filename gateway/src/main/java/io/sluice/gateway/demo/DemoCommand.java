package io.sluice.gateway.demo;

import io.sluice.gateway.start.DataDirectory;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code sluice demo}: exit code 0 without a failure, 1 with one, 2 for wrong usage. */
@Command(
        name = "demo",
        description =
                "Replays a provisioning cycle as Entra ID sends it against a running gateway, checks every answer and "
                        + "prints a summary. It can be repeated.",
        mixinStandardHelpOptions = true)
public final class DemoCommand implements Callable<Integer> {

    private static final Duration CONNECT = Duration.ofSeconds(5);

    @Option(
            names = "--url",
            defaultValue = "http://127.0.0.1:${SLUICE_HTTP_PORT:-8080}/tenants/default/scim/v2",
            description = "Target SCIM URL (default: ${DEFAULT-VALUE})")
    private URI url = URI.create("");

    @Option(
            names = "--token-file",
            description =
                    "File with the provisioning token; otherwise SLUICE_TOKEN, otherwise the token that the first "
                            + "start left in the data directory")
    private Optional<Path> tokenFile = Optional.empty();

    @Option(
            names = "--data-dir",
            defaultValue = "${SLUICE_DATA_DIR:-data}",
            description = "Data directory of the gateway, for the token and the ledger (default: ${DEFAULT-VALUE})")
    private Path dataDir = Path.of("data");

    @Option(names = "--users", defaultValue = "1000", description = "Users to provision (default: ${DEFAULT-VALUE})")
    private int users;

    @Option(names = "--groups", defaultValue = "25", description = "Groups to provision (default: ${DEFAULT-VALUE})")
    private int groups;

    @Option(
            names = "--concurrency",
            defaultValue = "16",
            description = "Requests in flight at a time (default: ${DEFAULT-VALUE})")
    private int concurrency;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        checkUsage();
        Optional<String> token = token();
        URI base = URI.create(url.toString().replaceAll("/+$", ""));
        if (token.isEmpty()) {
            return notReady("There is no token in " + dataDir.resolve(DataDirectory.FIRST_TOKEN), withoutToken());
        }
        if (!answers(base)) {
            return notReady("No gateway answers at " + base.getAuthority(), withoutAnswer());
        }
        Target target = new Target(base, token.get());
        PrintWriter out = spec.commandLine().getOut();
        out.println("Replaying an Entra ID provisioning cycle against " + target.base());
        Path ledgerFile = dataDir.resolve("demo-ledger.tsv");
        try (HttpClient client = httpClient();
                Ledger ledger = Ledger.append(ledgerFile, target.base())) {
            return new DemoRun(client, target, ledger, Ledger.read(ledgerFile, target.base()), out, Ansi.AUTO.enabled())
                            .run(users, groups, concurrency)
                    ? 0
                    : 1;
        }
    }

    /** Says what is not there yet and what to do about it. */
    private int notReady(String missing, String advice) {
        PrintWriter err = spec.commandLine().getErr();
        err.println("sluice: " + missing + advice);
        err.flush();
        return 1;
    }

    private String withoutToken() {
        return DataDirectory.isTaken(dataDir)
                ? " yet: the gateway there is still starting. Try again when ./sluice start says that it is ready."
                : ". Start a gateway with ./sluice start in another terminal, which makes one, or name a file with --token-file,"
                        + " or set SLUICE_TOKEN.";
    }

    private String withoutAnswer() {
        return DataDirectory.isTaken(dataDir)
                ? ": the gateway with the data directory " + dataDir
                        + " is still starting, or has another port. Try again when"
                        + " ./sluice start says that it is ready, or name the Target SCIM URL that it prints with --url."
                : ". Start one with ./sluice start in another terminal and leave it running, or name another with --url.";
    }

    private static boolean answers(URI base) {
        int port = base.getPort() > 0 ? base.getPort() : base.getScheme().equalsIgnoreCase("https") ? 443 : 80;
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(base.getHost(), port), (int) CONNECT.toMillis());
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private void checkUsage() {
        if (users < 1 || groups < 0 || concurrency < 1 || concurrency > 256) {
            throw new ParameterException(
                    spec.commandLine(), "--users takes 1 or more, --groups 0 or more, --concurrency 1 to 256");
        }
        if (url.getHost() == null || url.getScheme() == null) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--url takes a whole URL such as http://127.0.0.1:8080/tenants/default/scim/v2");
        }
    }

    /** Empty when the gateway has not left one yet. */
    private Optional<String> token() throws IOException {
        String fromEnvironment = System.getenv("SLUICE_TOKEN");
        if (tokenFile.isEmpty() && fromEnvironment != null && !fromEnvironment.isBlank()) {
            return Optional.of(fromEnvironment.strip());
        }
        Path file = tokenFile.orElse(dataDir.resolve(DataDirectory.FIRST_TOKEN));
        if (Files.isReadable(file)) {
            return Optional.of(Files.readString(file).strip());
        }
        if (tokenFile.isPresent()) {
            throw new ParameterException(
                    spec.commandLine(), "--token-file names " + file + ", which is no file that can be read");
        }
        return Optional.empty();
    }

    private static HttpClient httpClient() {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT)
                .build();
    }
}
