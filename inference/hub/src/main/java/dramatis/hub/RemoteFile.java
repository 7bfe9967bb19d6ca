package dramatis.hub;

import static java.util.Objects.requireNonNull;

/**
 * A file of a model on the hub.
 *
 * @param name its path in the repository, with slashes; known to stay in it
 * @param size in bytes
 */
record RemoteFile(String name, long size, Checksum checksum) {
    RemoteFile {
        requireNonNull(name, "name");
        requireNonNull(checksum, "checksum");
    }
}
