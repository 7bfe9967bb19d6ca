package dramatis.testkit;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A body of several parts: JSON and files (RFC 7578, and "Uploading Files" in Discord's documentation). */
record DiscordServerForm(String payload, List<DiscordServerFile> files) {
    static final DiscordServerForm NONE = new DiscordServerForm("", List.of());

    private static final Pattern BOUNDARY = Pattern.compile("boundary=\"?([^\";]+)\"?");
    private static final Pattern NAME = Pattern.compile("[; ]name=\"([^\"]*)\"");
    private static final Pattern FILENAME = Pattern.compile("filename=\"([^\"]*)\"");
    private static final Pattern TYPE = Pattern.compile("(?i)content-type: *([^\r\n]+)");

    DiscordServerForm {
        requireNonNull(payload, "payload");
        files = List.copyOf(files);
    }

    static DiscordServerForm of(String contentType, byte[] content) {
        Matcher boundary = BOUNDARY.matcher(contentType);
        if (!boundary.find()) {
            throw DiscordServerRefusal.of(400, 50035, "Invalid Form Body");
        }
        // one character a byte, so that nothing of a file is lost
        String all = "\r\n" + new String(content, ISO_8859_1);
        String payload = "";
        List<DiscordServerFile> files = new ArrayList<>();
        for (String part : all.split(Pattern.quote("\r\n--" + boundary.group(1)))) {
            int end = part.indexOf("\r\n\r\n");
            if (end < 0) {
                continue;
            }
            String head = part.substring(0, end);
            byte[] body = part.substring(end + 4).getBytes(ISO_8859_1);
            if (head.contains("filename=")) {
                files.add(new DiscordServerFile(first(FILENAME, head), first(TYPE, head), body));
            } else if (first(NAME, head).equals("payload_json")) {
                payload = new String(body, UTF_8);
            }
        }
        return new DiscordServerForm(payload, files);
    }

    private static String first(Pattern pattern, String head) {
        Matcher found = pattern.matcher(head);
        return found.find() ? found.group(1) : "";
    }
}
