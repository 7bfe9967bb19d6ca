package dramatis.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeAndTimeBasedRollingPolicy;
import ch.qos.logback.core.util.FileSize;
import java.nio.file.Path;
import org.slf4j.LoggerFactory;

/** The log file: rolled each day and at 5 MB, kept for 14 days and 50 MB. */
final class Logs {
    private static final String PATTERN = "%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX} %-5level [%thread] %logger{24} %msg%n";

    private Logs() {}

    /** Sets logging up, once, before several threads want it: it complains of them on standard error otherwise. */
    static void begin() {
        LoggerFactory.getILoggerFactory();
    }

    /**
     * From now on lines of the level and above go into the folder's {@code dramatis.log}, and none to standard error any
     * more, where a talk goes on.
     */
    static void open(Path folder, LogSettings settings) {
        openBeside(folder, settings);
        var context = (LoggerContext) LoggerFactory.getILoggerFactory();
        context.getLogger("dramatis").detachAndStopAllAppenders();
    }

    /** The same, and warnings go to standard error as before. */
    static void openBeside(Path folder, LogSettings settings) {
        var context = (LoggerContext) LoggerFactory.getILoggerFactory();
        context.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(file(folder, context));
        context.getLogger("dramatis").setLevel(Level.toLevel(settings.level().name()));
    }

    private static RollingFileAppender<ILoggingEvent> file(Path folder, LoggerContext context) {
        var appender = new RollingFileAppender<ILoggingEvent>();
        appender.setContext(context);
        appender.setFile(folder.resolve("dramatis.log").toString());
        appender.setEncoder(encoder(context));
        appender.setRollingPolicy(rolling(folder, appender, context));
        appender.start();
        return appender;
    }

    private static SizeAndTimeBasedRollingPolicy<ILoggingEvent> rolling(
            Path folder, RollingFileAppender<ILoggingEvent> appender, LoggerContext context) {
        var policy = new SizeAndTimeBasedRollingPolicy<ILoggingEvent>();
        policy.setContext(context);
        policy.setParent(appender);
        policy.setFileNamePattern(folder.resolve("dramatis.%d.%i.log").toString());
        policy.setMaxFileSize(FileSize.valueOf("5MB"));
        policy.setMaxHistory(14);
        policy.setTotalSizeCap(FileSize.valueOf("50MB"));
        policy.start();
        return policy;
    }

    static PatternLayoutEncoder encoder(LoggerContext context) {
        var encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setPattern(PATTERN);
        encoder.setCharset(UTF_8);
        encoder.start();
        return encoder;
    }
}
