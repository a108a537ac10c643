package dev.perfreview.server.lsp.document;

import dev.perfreview.syntax.Language;
import dev.perfreview.syntax.SourceText;

/**
 * One version of an open document, as the client last told it. Immutable.
 *
 * @param uri the document's URI exactly as the client writes it
 * @param language how it is parsed
 * @param version the client's number for this version
 * @param text the whole text
 */
public record DocumentSnapshot(String uri, Language language, int version, SourceText text) {}
