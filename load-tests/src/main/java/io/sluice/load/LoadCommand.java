package io.sluice.load;

import io.sluice.load.bench.BenchCommand;
import io.sluice.load.bench.TableCommand;
import io.sluice.load.cluster.TrialCommand;
import io.sluice.load.compare.CompareCommand;
import io.sluice.load.fill.FillCommand;
import io.sluice.load.ledger.LedgerCommand;
import io.sluice.load.plot.PlotCommand;
import io.sluice.load.raw.RawLdapCommand;
import io.sluice.load.run.RunCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

@Command(
        name = "load",
        description = "Fills a tenant with made-up people and measures a running gateway.",
        subcommands = {
            FillCommand.class,
            RunCommand.class,
            BenchCommand.class,
            TableCommand.class,
            CompareCommand.class,
            PlotCommand.class,
            LedgerCommand.class,
            TrialCommand.class,
            RawLdapCommand.class,
            HelpCommand.class
        },
        mixinStandardHelpOptions = true)
final class LoadCommand {}
