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

/** Runs where 389 Directory Server is installed; elsewhere one line says what is missing, and the tests are reported as skipped. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(RequiresDs389.Installed.class)
public @interface RequiresDs389 {

    /** Decides once for each test class. */
    final class Installed implements ExecutionCondition {

        private static final String REASON =
                "NOT RUN: 389 Directory Server is not installed; on Debian: apt-get install 389-ds-base";

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            if (Ds389.isInstalled()) {
                return ConditionEvaluationResult.enabled("389 Directory Server is installed");
            }
            LoggerFactory.getLogger(RequiresDs389.class).warn("{}: {}", context.getDisplayName(), REASON);
            return ConditionEvaluationResult.disabled(REASON);
        }
    }
}
