"""The job loop of a worker, per broker: `ELOKET_TAKEN` names one."""
