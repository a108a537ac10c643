package dev.perfreview.server.lsp.client;

import com.google.gson.JsonElement;
import com.google.gson.JsonPrimitive;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.lsp4j.PositionEncodingKind;
import org.jspecify.annotations.Nullable;

/** What the columns of a session count. Inside, offsets count UTF-16 units; only what is said to the client and heard from it differs. */
public enum PositionEncoding {
  /** UTF-16 units, which every client knows. */
  UTF16(PositionEncodingKind.UTF16),
  /** Bytes of UTF-8. */
  UTF8(PositionEncodingKind.UTF8),
  /** Code points. */
  UTF32(PositionEncodingKind.UTF32);

  private final String kind;

  PositionEncoding(String kind) {
    this.kind = kind;
  }

  /** The name in LSP. */
  public String kind() {
    return kind;
  }

  /** How many columns a code point takes. */
  public int columnsOf(int codePoint) {
    return switch (this) {
      case UTF16 -> Character.charCount(codePoint);
      case UTF8 -> codePoint < 0x80 ? 1 : codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4;
      case UTF32 -> 1;
    };
  }

  /**
   * The first of those that a client offers, which is the one it prefers.
   *
   * @param offered nothing when the client does not say, and means UTF-16
   */
  static PositionEncoding firstOf(@Nullable List<JsonElement> offered) {
    return offered == null
      ? UTF16
      : offered.stream().map(PositionEncoding::ofKind).flatMap(Optional::stream).findFirst().orElse(UTF16);
  }

  private static Optional<PositionEncoding> ofKind(JsonElement kind) {
    return Arrays.stream(values())
      .filter(encoding -> kind.equals(new JsonPrimitive(encoding.kind)))
      .findFirst();
  }
}
