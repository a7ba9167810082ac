package dev.chipwise.deploy.chaos;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** A scenario that only the long run has time for. */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
@EnabledIfSystemProperty(
        named = "chipwise.chaos.long",
        matches = "true",
        disabledReason = "takes long: a part of 'make chaos'")
@interface AtLength {}
