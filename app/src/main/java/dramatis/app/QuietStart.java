package dramatis.app;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ConfiguratorRank;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.spi.ContextAwareBase;

/**
 * How logging starts, before {@link Logs#open}: warnings of this program's own go to standard error. Found by logback
 * as a service, because reading an XML file would cost a fifth of a second at each start.
 */
@ConfiguratorRank(ConfiguratorRank.CUSTOM_HIGH_PRIORITY)
public final class QuietStart extends ContextAwareBase implements Configurator {
    @Override
    public ExecutionStatus configure(LoggerContext context) {
        // libraries may put what they are given, SQL arguments for instance, into their finer levels: at no setting
        context.getLogger(Logger.ROOT_LOGGER_NAME).setLevel(Level.WARN);
        // it logs each failed poll with its stack; the adapter says once, in a sentence, what is wrong
        context.getLogger("org.telegram").setLevel(Level.OFF);
        var ours = context.getLogger("dramatis");
        ours.setLevel(Level.WARN);
        ours.addAppender(terminal(context));
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }

    private static ConsoleAppender<ILoggingEvent> terminal(LoggerContext context) {
        var appender = new ConsoleAppender<ILoggingEvent>();
        appender.setContext(context);
        appender.setTarget("System.err");
        var filter = new ch.qos.logback.classic.filter.ThresholdFilter();
        filter.setLevel("WARN");
        filter.start();
        appender.addFilter(filter);
        var encoder = new ch.qos.logback.classic.encoder.PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setPattern("%msg%n");
        encoder.start();
        appender.setEncoder(encoder);
        appender.start();
        return appender;
    }
}
