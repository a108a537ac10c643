package dev.perfreview.server.configuration;

import java.nio.file.Path;
import java.util.List;

/**
 * What reading a folder's configuration came to.
 *
 * @param configuration the settings, with the defaults where something could not be read
 * @param problems what could not be read
 * @param files the files that it was read from, absolute, with those that should have been there
 */
public record LoadedConfiguration(Configuration configuration, List<ConfigurationProblem> problems, List<Path> files) {}
