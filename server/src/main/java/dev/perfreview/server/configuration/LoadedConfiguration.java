package dev.perfreview.server.configuration;

import java.util.List;

/**
 * What reading a folder's configuration came to.
 *
 * @param configuration the settings, with the defaults where something could not be read
 * @param problems what could not be read
 */
public record LoadedConfiguration(Configuration configuration, List<ConfigurationProblem> problems) {}
