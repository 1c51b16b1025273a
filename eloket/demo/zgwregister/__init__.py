"""A small zaakregister that speaks ZGW, with its state in memory.

Zaken 1.5.1, Catalogi 1.3.1, Documenten 1.4.2, Besluiten 1.0.2 and Notificaties 1.0.0, as far as eloket calls
them: the same paths, fields, headers, codes, paging and rules, and what real servers do besides. For tests,
and for a demo of eloket on a register of its own. It is the other system: it knows nothing of eloket but its
clock. What it does wrong is switched on in `storingen`.

`python -m eloket.demo.zgwregister --port 8002` starts it as a program of its own.
"""
