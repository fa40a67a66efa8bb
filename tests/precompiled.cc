// Nothing: the headers that tests include are precompiled with this file.
