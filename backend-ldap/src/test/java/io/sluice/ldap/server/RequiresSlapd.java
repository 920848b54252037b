package io.sluice.ldap.server;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.slf4j.LoggerFactory;

/** Runs where OpenLDAP is installed; elsewhere one line says what is missing, and the tests are reported as skipped. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(RequiresSlapd.Installed.class)
public @interface RequiresSlapd {

    /** Decides once for each test class. */
    final class Installed implements ExecutionCondition {

        private static final String REASON =
                "NOT RUN: OpenLDAP is not installed; on Debian and Ubuntu: apt-get install slapd ldap-utils";

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            if (Slapd.isInstalled()) {
                return ConditionEvaluationResult.enabled("OpenLDAP is installed");
            }
            LoggerFactory.getLogger(RequiresSlapd.class).warn("{}: {}", context.getDisplayName(), REASON);
            return ConditionEvaluationResult.disabled(REASON);
        }
    }
}
