package io.sluice.gateway.conformance;

import io.sluice.gateway.kit.Client;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Plays every case that a backend can be asked for; a subclass says against what. */
public abstract class ConformanceSuite {

    private final Column column;

    /**
     * @param backend its name in the report
     */
    protected ConformanceSuite(String backend) {
        this.column = Column.of(backend);
    }

    /** Whether a tenant can be made that has what the cases of a file need. */
    protected abstract boolean offers(Preparation preparation);

    /**
     * A tenant without resources.
     *
     * @param name made of lower-case letters and hyphens
     */
    protected abstract Client tenant(String name, Preparation preparation);

    @TestFactory
    Stream<DynamicNode> everyClauseHolds() {
        return CaseFile.all().stream()
                .filter(file -> offers(file.preparation()))
                .map(this::play);
    }

    private DynamicNode play(CaseFile file) {
        Session session = new Session(file, () -> tenant(file.name(), file.preparation()));
        List<Case> cases = file.cases().stream().filter(column::covers).toList();
        Stream<DynamicTest> tests = cases.stream()
                .map(one -> DynamicTest.dynamicTest(one.clause() + ": " + one.name(), () -> session.play(one)));
        DynamicTest end = DynamicTest.dynamicTest("what the cases share can be removed", session::end);
        return DynamicContainer.dynamicContainer(file.title(), Stream.concat(tests, Stream.of(end)));
    }
}
