package io.sluice.gateway.start;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.core.joran.spi.JoranException;
import io.sluice.gateway.config.LogFormat;
import io.sluice.gateway.config.LoggingConfig;
import io.sluice.gateway.scim.RequestLog;
import java.net.URL;
import org.slf4j.ILoggerFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sets the log up as the configuration wants it. */
final class Logging {

    private static final String TEXT = "/io/sluice/gateway/logback-text.xml";
    private static final String JSON = "/io/sluice/gateway/logback-json.xml";

    private Logging() {}

    static void configure(LoggingConfig config) {
        ILoggerFactory factory = LoggerFactory.getILoggerFactory();
        if (!(factory instanceof LoggerContext context)) {
            return;
        }
        URL file = Logging.class.getResource(config.format() == LogFormat.JSON ? JSON : TEXT);
        if (file == null) {
            throw new IllegalStateException("The log's configuration is missing in the build");
        }
        try {
            context.reset();
            JoranConfigurator configurator = new JoranConfigurator();
            configurator.setContext(context);
            configurator.doConfigure(file);
            context.getLogger(Logger.ROOT_LOGGER_NAME)
                    .setLevel(Level.toLevel(config.level().name()));
            context.getLogger(RequestLog.LOGGER).setLevel(config.requests() ? Level.INFO : Level.OFF);
        } catch (JoranException e) {
            throw new StartException("The log cannot be set up: " + e.getMessage());
        }
    }
}
