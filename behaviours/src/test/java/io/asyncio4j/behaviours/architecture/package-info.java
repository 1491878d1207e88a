/** The house's rules, checked: who may know whom, what is exported, what has a name and a comment. */
package io.asyncio4j.behaviours.architecture;
