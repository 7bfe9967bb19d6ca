/** The stores on disk: an embedded database in one folder. {@link dramatis.persistence.Database} opens it. */
@NullMarked
package dramatis.persistence;

import org.jspecify.annotations.NullMarked;
