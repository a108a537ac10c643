package dev.perfreview.harness.fuzz;

import dev.perfreview.syntax.Language;

/**
 * A file that mutations start from.
 *
 * @param name what reports call it
 * @param path the path that it is analysed as
 * @param language its language
 * @param text its text
 */
record Sample(String name, String path, Language language, String text) {}
