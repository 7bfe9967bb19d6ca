package dramatis.hub;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Optional;

/** The sentences that say why a model does not come. None has an address with a query, or a token, in it. */
final class Refusals {
    private static final String INVALID_TOKEN = "Invalid credentials in Authorization header";

    private final HubId id;
    private final HubOptions options;
    private final Optional<Token> token;

    Refusals(HubId id, HubOptions options, Optional<Token> token) {
        this.id = id;
        this.options = options;
        this.token = token;
    }

    /** The hub said no, and says why in headers of its own: X-Error-Code and X-Error-Message. */
    HubException refused(Answer answer) {
        String code = answer.header("X-Error-Code").orElse("");
        String message = answer.header("X-Error-Message").orElse("");
        int status = answer.status();
        if (status == 401 && token.isPresent() && (message.equals(INVALID_TOKEN) || code.isEmpty())) {
            return wrongToken(token.get());
        }
        return switch (code) {
            case "GatedRepo" -> gated();
            case "RevisionNotFound" -> new HubException(id.repository() + " has no revision " + id.revision() + ".");
            case "EntryNotFound" ->
                new HubException("The hub lists a file of " + id + " that it does not have: try again later.");
            default ->
                switch (status) {
                    case 403 -> gated();
                    case 401, 404 -> unknown();
                    default ->
                        new HubException(options.endpoint() + " answered " + status + " when asked for " + id + ".");
                };
        };
    }

    private HubException wrongToken(Token wrong) {
        return new HubException(options.endpoint() + " does not know the token in " + wrong.source()
                + ": put a valid one there, or none for a model that is open to all.");
    }

    private HubException gated() {
        return new HubException(id.repository() + " is not open to all: accept its licence at " + options.endpoint()
                + "/" + id.repository() + " and set HF_TOKEN to a token of the same account.");
    }

    private HubException unknown() {
        return new HubException(options.endpoint() + " has no model " + id.repository()
                + ", or it is private: check the name, or set HF_TOKEN to a token that may read it.");
    }

    HubException noHub(String reason) {
        return new HubException(options.endpoint() + " does not answer as a hub does (" + reason
                + "): check HF_ENDPOINT and what stands between.");
    }

    HubException offline(IOException cause, Path folder) {
        return new HubException(
                options.endpoint() + " cannot be reached (" + reason(cause) + "), and " + options.cache()
                        + " has no complete "
                        + id + ": try again with a connection, or copy the folder " + folder.getFileName()
                        + " from the cache of a machine that has it into " + options.cache()
                        + ", or download the model on another machine and set MODEL to its directory here.",
                cause);
    }

    HubException brokeOff(IOException cause, long done, long total) {
        return new HubException(
                "The download of " + id + " broke off at " + Amount.of(done) + " of " + Amount.of(total) + " ("
                        + reason(cause) + "): start again, and it goes on from there.",
                cause);
    }

    HubException damaged(RemoteFile file) {
        return new HubException(file.name() + " of " + id
                + " came twice with another checksum than the hub lists: try again later, or another HF_ENDPOINT.");
    }

    HubException noRoom(long missing, long usable) {
        return new HubException(id + " needs " + Amount.of(missing) + " more in " + options.cache() + ", where "
                + Amount.of(usable) + " are free: make room, or set HF_HOME to a folder on a larger disk.");
    }

    HubException unwritable(IOException cause, long missing) {
        String needed = missing > 0 ? " (" + Amount.of(missing) + " are still needed)" : "";
        return new HubException(
                options.cache() + " cannot be written to" + needed + ": " + diskReason(cause)
                        + "; make room, or set HF_HOME to another folder; what has come is kept.",
                cause);
    }

    HubException stopped(InterruptedException cause) {
        return new HubException(
                "The download of " + id + " was stopped: start again, and it goes on from there.", cause);
    }

    /** The client's exceptions for a connection that fails have no message. */
    static String reason(IOException failure) {
        if (failure instanceof HttpConnectTimeoutException) {
            return "no connection in time";
        }
        if (failure instanceof ConnectException) {
            return isUnresolved(failure) ? "the name is not known" : "no connection";
        }
        return Optional.ofNullable(failure.getMessage())
                .orElseGet(() -> failure.getClass().getSimpleName());
    }

    private static boolean isUnresolved(Throwable failure) {
        return failure instanceof UnresolvedAddressException
                || (failure.getCause() != null && isUnresolved(failure.getCause()));
    }

    private static String diskReason(IOException failure) {
        if (failure instanceof FileSystemException file && file.getReason() == null) {
            return file.getClass().getSimpleName() + " at " + file.getFile();
        }
        return reason(failure);
    }
}
