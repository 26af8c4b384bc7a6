package dev.vigie.formats.archives;

/**
 * A file in a tar archive.
 *
 * @param name as the archive has it: only a name, whatever it looks like
 * @param offset where its bytes start in the archive
 * @param size how many bytes the header states
 * @param isSparse whether holes were left out, so that the bytes are not those of the file
 */
public record TarMember(String name, long offset, long size, boolean isSparse) {
}
