package vn.tungnha.shared;

import java.util.List;

/** Choices of a long select under one heading; an empty name is no heading. */
public record ChoiceGroup(String name, List<Choice> choices) {}
