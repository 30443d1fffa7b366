"""Measurements, run by hand and reported as ratios against something run beside them. Nothing here is a test."""
