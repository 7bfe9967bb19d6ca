package dramatis.persistence;

import dramatis.session.StoreException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.h2.api.ErrorCode;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStoreException;

/**
 * Makes one sentence of what the database says. Its own messages are left out, for they quote statements and values:
 * texts of chats. Its codes and where it happened stay.
 */
final class Failures {
    private final Path file;

    Failures(Path file) {
        this.file = file;
    }

    /** Why a statement did not work. */
    StoreException during(SQLException failure) {
        if (damaged(failure)) {
            return damage(failure);
        }
        if (unwritable(failure)) {
            return new StoreException(
                    "The database " + file + " cannot be written or read: look whether its disk is full or gone. "
                            + code(failure),
                    bare(failure));
        }
        return new StoreException("The database " + file + " refused a statement. " + code(failure), bare(failure));
    }

    /** Why the database did not open. */
    StoreException atOpening(SQLException failure) {
        if (failure.getErrorCode() == ErrorCode.DATABASE_ALREADY_OPEN_1) {
            return new StoreException(
                    "The database " + file + " is open in another program: close that one first.", bare(failure));
        }
        if (failure.getErrorCode() == ErrorCode.FILE_ENCRYPTION_ERROR_1) {
            return new StoreException(
                    "The key (DATA_KEY) does not open the database " + file
                            + ": give the one that it was made with. If you are sure of it, the file is damaged.",
                    bare(failure));
        }
        return during(failure);
    }

    private StoreException damage(SQLException failure) {
        return new StoreException(
                "The database " + file + " is damaged. Move it elsewhere and bring back the last file that 'dramatis"
                        + " backup FILE' wrote, with 'dramatis restore FILE'. " + code(failure),
                bare(failure));
    }

    private static boolean damaged(SQLException failure) {
        int code = failure.getErrorCode();
        int store = storeCode(failure);
        return code == ErrorCode.FILE_CORRUPTED_1
                || code == ErrorCode.FILE_VERSION_ERROR_1
                || store == DataUtils.ERROR_FILE_CORRUPT
                || store == DataUtils.ERROR_CHUNK_NOT_FOUND
                || store == DataUtils.ERROR_UNSUPPORTED_FORMAT;
    }

    private static boolean unwritable(SQLException failure) {
        int code = failure.getErrorCode();
        int store = storeCode(failure);
        return code == ErrorCode.IO_EXCEPTION_1
                || code == ErrorCode.IO_EXCEPTION_2
                || code == ErrorCode.DATABASE_IS_CLOSED
                || store == DataUtils.ERROR_READING_FAILED
                || store == DataUtils.ERROR_WRITING_FAILED
                || store == DataUtils.ERROR_CLOSED;
    }

    private static int storeCode(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof MVStoreException store) {
                return store.getErrorCode();
            }
        }
        return -1;
    }

    private static String code(SQLException failure) {
        return "(H2 error " + failure.getErrorCode() + ")";
    }

    /** The failure without its message. */
    static SQLException bare(SQLException failure) {
        SQLException bare = new SQLException(code(failure), failure.getSQLState(), failure.getErrorCode());
        bare.setStackTrace(failure.getStackTrace());
        return bare;
    }
}
