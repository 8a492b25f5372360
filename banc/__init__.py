"""Benchmarks, as ratios: `make banc` writes `banc/resultats.json`; what they say is in docs/performance.md."""
