package dramatis.persistence;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Looks for texts in files, byte by byte. */
record Traces(Path folder) {
    private static final List<Charset> ENCODINGS = List.of(UTF_8, UTF_16LE, UTF_16BE);

    /** The names of all files that have any of these texts, which are ASCII, in them. */
    List<String> of(String... texts) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> Stream.of(texts).anyMatch(text -> has(file, text)))
                    .map(file -> file.getFileName().toString())
                    .toList();
        }
    }

    private static boolean has(Path file, String text) {
        String bytes = bytes(file);
        return ENCODINGS.stream().anyMatch(encoding -> bytes.contains(new String(text.getBytes(encoding), ISO_8859_1)));
    }

    private static String bytes(Path file) {
        try {
            return new String(Files.readAllBytes(file), ISO_8859_1);
        } catch (IOException e) {
            throw new AssertionError(file + " cannot be read", e);
        }
    }
}
